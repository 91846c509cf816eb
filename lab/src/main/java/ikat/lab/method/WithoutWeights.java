package ikat.lab.method;

import ikat.image.Exemplar;

/** Stands for the method of Gatys et al. as long as nobody has given it a trained network. */
record WithoutWeights() implements TextureMethod {

    @Override
    public String name() {
        return "gatys";
    }

    @Override
    public String title() {
        return "Gatys (VGG-19)";
    }

    @Override
    public String source() {
        return "Gatys, Ecker and Bethge 2015";
    }

    @Override
    public String lacking() {
        return "it needs the weights of VGG-19, which are not part of Ikat";
    }

    @Override
    public LearnedTexture learn(Exemplar exemplar, Effort effort, long seed) {
        throw new IllegalArgumentException(lacking() + "; give them with --vgg FILE.safetensors");
    }
}
