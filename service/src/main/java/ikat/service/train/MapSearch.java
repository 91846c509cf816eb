package ikat.service.train;

import ikat.material.MapName;
import ikat.material.MapRole;
import ikat.material.MapStack.Source;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the maps of pictures among files of one folder by their names, see {@link MapName}. */
public final class MapSearch {

    private record Material(Path folder, String name) {

        static Material of(Path file) {
            Path folder = file.toAbsolutePath().normalize().getParent();
            String name = MapName.materialOf(String.valueOf(file.getFileName()));
            return new Material(folder == null ? file : folder, name.toLowerCase(Locale.ROOT));
        }
    }

    private MapSearch() {}

    /** The maps among files, by the file of the colours to which they belong. */
    public static Map<Path, List<Source>> among(Collection<Path> files) {
        Map<Material, List<Path>> materials = new LinkedHashMap<>();
        for (Path file : files) {
            materials.computeIfAbsent(Material.of(file), key -> new ArrayList<>()).add(file);
        }
        Map<Path, List<Source>> found = new LinkedHashMap<>();
        for (List<Path> together : materials.values()) {
            colours(together).ifPresent(colours -> add(found, colours, together));
        }
        return found;
    }

    /** The maps that lie beside a picture. */
    static List<Source> beside(Path picture) {
        Path folder = picture.toAbsolutePath().normalize().getParent();
        List<Path> files = new ArrayList<>();
        if (folder != null) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                for (Path file : stream) {
                    if (FolderWalk.isPictureName(file) && Files.isRegularFile(file)) {
                        files.add(file);
                    }
                }
            } catch (IOException | DirectoryIteratorException e) {
                return List.of(); // the picture itself may be read all the same
            }
        }
        files.sort(null);
        Path own = picture.toAbsolutePath().normalize();
        return among(files).getOrDefault(own, List.of()).stream()
                .map(
                        map ->
                                new Source(
                                        picture.resolveSibling(map.path().getFileName()),
                                        map.role()))
                .toList();
    }

    /** The colours among files of one material: those named so, or else those of no role. */
    private static Optional<Path> colours(List<Path> files) {
        return files.stream()
                .filter(file -> role(file).filter(MapRole.COLOUR::equals).isPresent())
                .findFirst()
                .or(() -> files.stream().filter(file -> role(file).isEmpty()).findFirst());
    }

    private static void add(Map<Path, List<Source>> found, Path colours, List<Path> files) {
        List<Source> maps = new ArrayList<>();
        for (Path file : files) {
            role(file)
                    .filter(role -> role != MapRole.COLOUR)
                    .ifPresent(role -> maps.add(new Source(file, role)));
        }
        if (!maps.isEmpty()) {
            found.put(colours, maps);
        }
    }

    private static Optional<MapRole> role(Path file) {
        return MapName.of(String.valueOf(file.getFileName())).map(MapName::role);
    }
}
