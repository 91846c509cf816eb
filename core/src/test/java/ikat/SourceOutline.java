package ikat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the compiler's parser sees in source files: methods with their lengths, types with their
 * comments.
 */
record SourceOutline(List<Method> methods, List<String> publicTypesWithoutComment) {

    /**
     * A method with a body, and how many lines it takes from its modifiers to its closing brace.
     */
    record Method(String name, long lines) {}

    static SourceOutline of(List<Path> sources) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources));
            Scanner scanner = new Scanner(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                scanner.scan(unit, null);
            }
            return new SourceOutline(scanner.methods, scanner.withoutComment);
        }
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {

        private final DocTrees trees;
        private final List<Method> methods = new ArrayList<>();
        private final List<String> withoutComment = new ArrayList<>();

        Scanner(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, Void unused) {
            if (type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                    && trees.getDocCommentTree(getCurrentPath()) == null) {
                withoutComment.add(where(type.getSimpleName().toString()));
            }
            return super.visitClass(type, null);
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            if (method.getBody() != null) {
                methods.add(new Method(where(method.getName().toString()), lines(method)));
            }
            return super.visitMethod(method, null);
        }

        private long lines(Tree tree) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            long start = trees.getSourcePositions().getStartPosition(unit, tree);
            long end = trees.getSourcePositions().getEndPosition(unit, tree);
            return unit.getLineMap().getLineNumber(end)
                    - unit.getLineMap().getLineNumber(start)
                    + 1;
        }

        private String where(String name) {
            String file = getCurrentPath().getCompilationUnit().getSourceFile().getName();
            return file + ": " + name;
        }
    }
}
