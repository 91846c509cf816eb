package ikat.render;

import static org.assertj.core.api.Assertions.assertThat;

import ikat.image.PixelRegion;
import ikat.model.Activation;
import ikat.model.ColourAxes;
import ikat.model.ModelSpec;
import ikat.model.NoiseSpec;
import ikat.model.Stage;
import ikat.render.RegionPlan.Crop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionPlanTest {

    /** The live width with waves into its second and third stage. */
    private static final ModelSpec LIVE = live();

    @Test
    void tilesTakeAtMostATwentiethMoreArithmeticThanThePictureInOnePiece() {
        PixelRegion region = new PixelRegion(0, 0, 19_200, 19_200);
        double whole = RegionPlan.of(LIVE, region).multiplications(LIVE);
        double tiles = 0;
        for (PixelRegion tile : TilePlan.suited(region)) {
            tiles += RegionPlan.inBlocks(LIVE, tile).multiplications(LIVE);
        }
        assertThat(tiles / whole).isBetween(1.0, 1.05);
    }

    @Test
    void suitedTilesCoverARegionOnce() {
        for (int[] size : new int[][] {{1, 1}, {512, 512}, {1024, 1024}, {3000, 77}, {5, 9001}}) {
            PixelRegion region = new PixelRegion(-13, 1L << 33, size[0], size[1]);
            long area = 0;
            for (PixelRegion tile : TilePlan.suited(region)) {
                area += (long) tile.width() * tile.height();
                assertThat(tile.left()).isBetween(region.left(), region.right() - tile.width());
                assertThat(tile.top()).isBetween(region.top(), region.bottom() - tile.height());
                assertThat(tile.width()).isLessThanOrEqualTo(1024);
            }
            assertThat(area).isEqualTo((long) size[0] * size[1]);
        }
    }

    @Test
    void aTightPlanComputesNothingInVain() {
        RegionPlan tight = RegionPlan.of(LIVE, new PixelRegion(0, 0, 512, 512));
        RegionPlan blocks = RegionPlan.inBlocks(LIVE, new PixelRegion(0, 0, 512, 512));
        assertThat(tight.multiplications(LIVE)).isLessThan(blocks.multiplications(LIVE));
        assertThat(tight.cells()).isEqualTo(blocks.cells());
    }

    @Test
    void ofWholeBlocksOnlyTheLastStageIsCut() {
        RegionPlan plan = RegionPlan.inBlocks(LIVE, new PixelRegion(-1003, 77, 300, 211));
        for (int i = 0; i < plan.crops().size() - 1; i++) {
            Crop crop = plan.crops().get(i);
            assertThat(crop.left() + crop.top()).isZero();
            assertThat(crop.width()).isEqualTo(plan.inputs().get(i + 1).width());
            assertThat(crop.width()).isEqualTo(2 * (plan.inputs().get(i).width() - 2));
        }
        Crop last = plan.crops().get(plan.crops().size() - 1);
        assertThat(last.width()).isEqualTo(300);
        assertThat(last.height()).isEqualTo(211);
    }

    @Test
    void multiplicationsAreThoseOfTheConvolutions() {
        Stage stage = new Stage(5, 3, 3, 2, false, Activation.TANH);
        ModelSpec one =
                new ModelSpec(new NoiseSpec(5, 0, 0), List.of(stage), ColourAxes.identity(3), 0);
        RegionPlan plan = RegionPlan.of(one, new PixelRegion(0, 0, 8, 6));
        assertThat(plan.multiplications(one)).isEqualTo(4 * 3 * 5 * 12 * 9);
    }

    private static ModelSpec live() {
        NoiseSpec noise = new NoiseSpec(32, 0, 2, List.of(), List.of(1, 2));
        List<Stage> stages = new ArrayList<>();
        int in = noise.channels();
        for (int out : new int[] {128, 64, 48, 24}) {
            stages.add(new Stage(in, out, 3, 2, true, Activation.RELU));
            in = out + noise.channelsInto(stages.size());
        }
        stages.add(new Stage(in, 3, 3, 2, false, Activation.TANH));
        return new ModelSpec(noise, stages, ColourAxes.identity(3), 0);
    }
}
