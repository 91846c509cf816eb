package ikat.cli;

import picocli.CommandLine.IVersionProvider;

/** The versions of Ikat and of Java. */
final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "ikat " + ikatVersion(),
            "java "
                    + System.getProperty("java.version")
                    + " ("
                    + System.getProperty("java.vm.name")
                    + ")"
        };
    }

    static String ikatVersion() {
        String version = VersionText.class.getPackage().getImplementationVersion();
        return version == null ? "(unpackaged)" : version;
    }
}
