package org.physgrad.executor.cuda.device;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bytedeco.cuda.global.nvrtc;
import org.bytedeco.cuda.nvrtc._nvrtcProgram;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;

/** CUDA's runtime compiler. */
final class Compiler {

    private Compiler() {}

    /**
     * Compiles a source.
     *
     * @param name what messages call it
     * @param source CUDA C
     * @param options options of the compiler
     * @return machine code
     * @throws CudaException if it does not compile
     */
    static byte[] compile(String name, String source, List<String> options) {
        _nvrtcProgram program = new _nvrtcProgram();
        try (BytePointer text = new BytePointer(source);
                BytePointer title = new BytePointer(name);
                PointerPointer<BytePointer> flags = new PointerPointer<>(options.toArray(String[]::new));
                SizeTPointer size = new SizeTPointer(1)) {
            check(
                    nvrtc.nvrtcCreateProgram(
                            program, text, title, 0, (PointerPointer<?>) null, (PointerPointer<?>) null),
                    name,
                    "");
            int status = nvrtc.nvrtcCompileProgram(program, options.size(), flags);
            if (status != 0) {
                check(status, name, log(program));
            }
            check(nvrtc.nvrtcGetCUBINSize(program, size), name, "");
            byte[] code = new byte[Math.toIntExact(size.get())];
            check(nvrtc.nvrtcGetCUBIN(program, code), name, "");
            return code;
        } finally {
            nvrtc.nvrtcDestroyProgram(program);
        }
    }

    private static String log(_nvrtcProgram program) {
        try (SizeTPointer size = new SizeTPointer(1)) {
            nvrtc.nvrtcGetProgramLogSize(program, size);
            byte[] log = new byte[Math.toIntExact(size.get())];
            nvrtc.nvrtcGetProgramLog(program, log);
            return ": " + new String(log, 0, Math.max(0, log.length - 1), StandardCharsets.UTF_8); // a zero ends it
        }
    }

    private static void check(int status, String name, String log) {
        if (status != 0) {
            throw new CudaException("the kernels " + name + " do not compile, "
                    + nvrtc.nvrtcGetErrorString(status).getString() + log);
        }
    }
}
