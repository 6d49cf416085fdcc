package org.physgrad.engine.inference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.physgrad.files.ArrayFiles;
import org.physgrad.files.ArrayWriter;

/** The files that answers go to, slice by slice; under temporary names until all answers are there. */
final class AnswerFiles implements AutoCloseable {

    /** One of the files. */
    interface Sink extends AutoCloseable {

        /** Writes the next answers. */
        void append(Answer answer) throws IOException;

        /** Gives the file its name. */
        void finish() throws IOException;

        @Override
        void close() throws IOException;
    }

    private record ArraySink(ArrayWriter writer, Function<Answer, INDArray> part) implements Sink {

        @Override
        public void append(Answer answer) throws IOException {
            writer.append(part.apply(answer));
        }

        @Override
        public void finish() throws IOException {
            writer.finish();
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    private final Deque<Sink> sinks = new ArrayDeque<>();

    /** Adds a file of causes. */
    void causes(String file, DataType type, long... shape) throws IOException {
        sinks.add(new ArraySink(ArrayFiles.create(file, type, shape), Answer::x));
    }

    /** Adds a file of effects. */
    void effects(String file, DataType type, long... shape) throws IOException {
        sinks.add(new ArraySink(ArrayFiles.create(file, type, shape), Answer::y));
    }

    /** Adds a table of residuals. */
    void residuals(Path file, boolean refined) throws IOException {
        sinks.add(ResidualTable.create(file, refined));
    }

    void append(Answer answer) throws IOException {
        for (Sink sink : sinks) {
            sink.append(answer);
        }
    }

    void finish() throws IOException {
        for (Sink sink : sinks) {
            sink.finish();
        }
    }

    @Override
    public void close() throws IOException {
        // One by one, so that a file that fails to close keeps no other one from being removed.
        Sink sink = sinks.poll();
        if (sink != null) {
            try (sink) {
                close();
            }
        }
    }
}
