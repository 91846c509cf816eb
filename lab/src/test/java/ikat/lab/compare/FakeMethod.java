package ikat.lab.compare;

import ikat.image.Exemplar;
import ikat.lab.method.Effort;
import ikat.lab.method.Growth;
import ikat.lab.method.LearnedTexture;
import ikat.lab.method.TextureMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes gradients, after doing what a test wants when it is to learn. */
public final class FakeMethod implements TextureMethod {

    final List<Long> seeds = new ArrayList<>();
    private final String name;
    private final Consumer<Effort> learning;

    public FakeMethod(String name, Consumer<Effort> learning) {
        this.name = name;
        this.learning = learning;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return "Method <" + name + ">";
    }

    @Override
    public String source() {
        return "Somebody & others 1999";
    }

    @Override
    public LearnedTexture learn(Exemplar exemplar, Effort effort, long seed) {
        learning.accept(effort);
        return new Learned();
    }

    private final class Learned implements LearnedTexture {

        @Override
        public Growth growth() {
            return Growth.WHOLE;
        }

        @Override
        public Exemplar make(int width, int height, long seed) {
            if (width > 512) {
                throw new IllegalArgumentException("width is " + width + ", but must be up to 512");
            }
            seeds.add(seed);
            float[] pixels = new float[3 * width * height];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (i + seed) % 200 / 100f - 1;
            }
            return Exemplar.made(name, 3, width, height, pixels);
        }

        @Override
        public void close() {}
    }
}
