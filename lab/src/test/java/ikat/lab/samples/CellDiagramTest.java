package ikat.lab.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ikat.lab.samples.CellDiagram.Site;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellDiagramTest {

    private static final Site LEFT = new Site(20, 30, 0, 1);
    private static final Site RIGHT = new Site(50, 30, 0, 2);

    @Test
    void pointBelongsToTheNearerSite() {
        CellDiagram cells = new CellDiagram(List.of(LEFT, RIGHT), 64, 40, 4);

        assertThat(cells.locate(34, 30).site()).isEqualTo(LEFT);
        assertThat(cells.locate(36, 30).site()).isEqualTo(RIGHT);
    }

    @Test
    void edgeIsTheDistanceToTheBorder() {
        CellDiagram cells = new CellDiagram(List.of(LEFT, RIGHT), 64, 40, 4);

        assertThat(cells.locate(25, 10).edge()).isCloseTo(10, within(1e-4f));
    }

    @Test
    void heavierSiteTakesGround() {
        Site heavy = new Site(50, 30, 300, 2);
        CellDiagram cells = new CellDiagram(List.of(LEFT, heavy), 64, 40, 4);

        assertThat(cells.locate(31, 30).site()).isEqualTo(heavy);
        assertThat(cells.locate(29, 30).site()).isEqualTo(LEFT);
    }
}
