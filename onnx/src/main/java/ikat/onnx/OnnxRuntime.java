package ikat.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;

/** The library, of which a process has one: loaded when it is first needed. */
final class OnnxRuntime {

    private static final OrtEnvironment ENVIRONMENT = environment();

    private OnnxRuntime() {}

    /** The library's environment. */
    static OrtEnvironment get() {
        return ENVIRONMENT;
    }

    private static OrtEnvironment environment() {
        OrtEnvironment environment =
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "ikat");
        try {
            environment.setTelemetry(false); // events of the system on Windows
        } catch (OrtException e) {
            throw failure(e);
        }
        return environment;
    }

    /** The failure of a call, as a sentence. */
    static IllegalStateException failure(OrtException cause) {
        return new IllegalStateException("ONNX Runtime failed: " + cause.getMessage(), cause);
    }
}
