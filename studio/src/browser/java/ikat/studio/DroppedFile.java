package ikat.studio;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** A file that a hand drops on a page. */
final class DroppedFile {

    private DroppedFile() {}

    /**
     * Drops a file.
     *
     * @param target the selector of what it is dropped on
     * @param type as the system would tell it, such as {@code image/png}
     */
    static void drop(Page page, String target, Path file, String type) throws IOException {
        String text = Base64.getEncoder().encodeToString(Files.readAllBytes(file));
        page.locator(target).first().waitFor();
        page.evaluate(
                """
                ([target, name, type, text]) => {
                  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
                  const data = new DataTransfer();
                  data.items.add(new File([bytes], name, { type }));
                  const element = document.querySelector(target);
                  for (const kind of ['dragenter', 'dragover', 'drop']) {
                    element.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
                  }
                }
                """,
                List.of(target, String.valueOf(file.getFileName()), type, text));
    }
}
