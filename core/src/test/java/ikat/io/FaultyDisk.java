package ikat.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A view of the disk on which a chosen operation fails, for want of space, or each takes a while.
 * Operations are: creating a file or folder, writing to a file, forcing it, and moving it. Opening
 * for reading, deleting and reading never fail. A write that fails has written half.
 */
public final class FaultyDisk extends FileSystem {

    static final String REASON = "No space left on device";

    private final FileSystem disk = FileSystems.getDefault();
    private final Provider provider = new Provider();
    private final AtomicInteger operations = new AtomicInteger();
    private volatile int first = Integer.MAX_VALUE; // operation that fails, counted from 1
    private volatile int last = Integer.MAX_VALUE;
    private volatile Duration delay = Duration.ZERO;

    /** Work with files. */
    @FunctionalInterface
    public interface Work {

        /** Does the work in a folder. */
        void in(Path folder) throws IOException;
    }

    /** What is to hold after a fault. */
    @FunctionalInterface
    public interface Check {

        /**
         * Checks a folder.
         *
         * @param folder seen through a disk without faults
         * @param failure of the work, or null if it bore the fault
         */
        void after(Path folder, @Nullable IOException failure) throws IOException;
    }

    /**
     * Does work again and again, each time in a new folder and with a fault one operation later,
     * until it ends before the fault: first with single faults, then with a disk that stays full.
     *
     * @param folder in which the others are created
     * @param check called after each fault
     * @return how many faults there were
     */
    public static int eachFault(Path folder, Work work, Check check) throws IOException {
        int faults = 0;
        for (boolean lasting : new boolean[] {false, true}) {
            boolean reached = true;
            for (int nth = 1; reached; nth++) {
                FaultyDisk disk = new FaultyDisk();
                Path own = Files.createDirectory(folder.resolve("fault-" + lasting + "-" + nth));
                disk.first = nth;
                disk.last = lasting ? Integer.MAX_VALUE : nth;
                IOException failure = null;
                try {
                    work.in(disk.view(own));
                } catch (IOException e) {
                    failure = e;
                    assertSentence(e, own);
                }
                reached = disk.operations.get() >= nth;
                if (reached) {
                    faults++;
                    check.after(new FaultyDisk().view(own), failure);
                } else {
                    assertThat(failure).isNull();
                }
            }
        }
        return faults;
    }

    private static void assertSentence(IOException failure, Path folder) {
        assertThat(failure.getMessage())
                .contains(REASON)
                .startsWith("could not write " + folder)
                .doesNotContain("\n", "null", "Exception");
    }

    /** The same file or folder, seen through this disk. */
    public Path view(Path real) {
        return (Path)
                Proxy.newProxyInstance(
                        Path.class.getClassLoader(),
                        new Class<?>[] {Path.class},
                        (proxy, method, arguments) -> call(proxy, real, method, arguments));
    }

    /** Lets each operation take a while longer. */
    public void delay(Duration longer) {
        delay = longer;
    }

    private boolean fails() {
        try {
            if (!delay.isZero()) { // a sleep of 0 gives the core away
                Thread.sleep(delay.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // as a real write, which goes on
        }
        int number = operations.incrementAndGet();
        return number >= first && number <= last;
    }

    private void operate(Path path) throws IOException {
        if (fails()) {
            throw new FileSystemException(path.toString(), null, REASON);
        }
    }

    private Object call(Object proxy, Path real, Method method, Object[] given) throws Throwable {
        Object[] arguments = given == null ? new Object[0] : given;
        switch (method.getName()) {
            case "getFileSystem":
                return this;
            case "equals":
                return arguments[0] instanceof Path other
                        && other.getFileSystem() == this
                        && real.equals(real(other));
            case "iterator":
                return views(real.iterator());
            case "toUri":
                return real.toUri();
            case "toFile":
                throw new UnsupportedOperationException("not on the default disk");
            default:
                Object[] reals =
                        Arrays.stream(arguments)
                                .map(a -> a instanceof Path p ? real(p) : a)
                                .toArray();
                try {
                    Object result = method.invoke(real, reals);
                    return result instanceof Path path ? view(path) : result;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
        }
    }

    private Iterator<Path> views(Iterator<Path> reals) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return reals.hasNext();
            }

            @Override
            public Path next() {
                return view(reals.next());
            }
        };
    }

    private Path real(Path path) {
        return path.getFileSystem() == this ? disk.getPath(path.toString()) : path;
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return disk.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of(view(disk.getRootDirectories().iterator().next()));
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return disk.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return disk.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String beginning, String... more) {
        return view(disk.getPath(beginning, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
        PathMatcher matcher = disk.getPathMatcher(pattern);
        return path -> matcher.matches(real(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return disk.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }

    private final class Provider extends FileSystemProvider {

        @Override
        public String getScheme() {
            return "faulty";
        }

        @Override
        public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileSystem getFileSystem(URI uri) {
            return FaultyDisk.this;
        }

        @Override
        public Path getPath(URI uri) {
            return view(Path.of(uri));
        }

        @Override
        public FileChannel newFileChannel(
                Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            boolean creates =
                    options.contains(StandardOpenOption.CREATE_NEW)
                            || (options.contains(StandardOpenOption.CREATE)
                                    && !Files.exists(real(path)));
            if (creates) {
                operate(path);
            }
            return new FaultyChannel(
                    FileChannel.open(real(path), options, attributes), FaultyDisk.this::fails);
        }

        @Override
        public SeekableByteChannel newByteChannel(
                Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
                throws IOException {
            return newFileChannel(path, options, attributes);
        }

        @Override
        public DirectoryStream<Path> newDirectoryStream(
                Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
            DirectoryStream<Path> all =
                    Files.newDirectoryStream(real(folder), path -> filter.accept(view(path)));
            return new DirectoryStream<>() {
                @Override
                public Iterator<Path> iterator() {
                    return views(all.iterator());
                }

                @Override
                public void close() throws IOException {
                    all.close();
                }
            };
        }

        @Override
        public void createDirectory(Path folder, FileAttribute<?>... attributes)
                throws IOException {
            if (!Files.exists(real(folder))) {
                operate(folder);
            }
            Files.createDirectory(real(folder), attributes);
        }

        @Override
        public void delete(Path path) throws IOException {
            Files.delete(real(path));
        }

        @Override
        public void copy(Path from, Path to, CopyOption... options) throws IOException {
            operate(to);
            Files.copy(real(from), real(to), options);
        }

        @Override
        public void move(Path from, Path to, CopyOption... options) throws IOException {
            operate(to);
            Files.move(real(from), real(to), options);
        }

        @Override
        public boolean isSameFile(Path one, Path other) throws IOException {
            return Files.isSameFile(real(one), real(other));
        }

        @Override
        public boolean isHidden(Path path) throws IOException {
            return Files.isHidden(real(path));
        }

        @Override
        public FileStore getFileStore(Path path) throws IOException {
            return Files.getFileStore(real(path));
        }

        @Override
        public void checkAccess(Path path, AccessMode... modes) throws IOException {
            disk.provider().checkAccess(real(path), modes);
        }

        @Override
        public <V extends FileAttributeView> V getFileAttributeView(
                Path path, Class<V> type, LinkOption... options) {
            return Files.getFileAttributeView(real(path), type, options);
        }

        @Override
        public <A extends BasicFileAttributes> A readAttributes(
                Path path, Class<A> type, LinkOption... options) throws IOException {
            return Files.readAttributes(real(path), type, options);
        }

        @Override
        public Map<String, Object> readAttributes(
                Path path, String attributes, LinkOption... options) throws IOException {
            return Files.readAttributes(real(path), attributes, options);
        }

        @Override
        public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
                throws IOException {
            Files.setAttribute(real(path), attribute, value, options);
        }
    }
}
