package org.physgrad.engine.run;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.physgrad.engine.training.TrainingState;
import org.physgrad.engine.training.UpdaterState;

/**
 * The content of a DL4J model file, known to be whole. Only its arrays are of interest: the network is built from the experiment, not from the file's copy
 * of its configuration.
 */
public final class ModelArchive {

    private final Path file;
    private final Map<String, byte[]> entries = new HashMap<>();

    private ModelArchive(Path file) {
        this.file = file;
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return its content
     * @throws IOException if it is no zip archive, or a damaged one
     */
    public static ModelArchive read(Path file) throws IOException {
        ModelArchive archive = new ModelArchive(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                archive.entries.put(entry.getName(), bytes(zip, entry));
            }
        }
        return archive;
    }

    /**
     * Takes the arrays out.
     *
     * @param iteration number of iterations that went into them
     * @return parameters and, where the file has it, the updater's state
     * @throws IOException if the file holds no parameters
     */
    public TrainingState state(int iteration) throws IOException {
        INDArray parameters = array(ModelSerializer.COEFFICIENTS_BIN)
                .orElseThrow(() -> new IOException(file + " holds no parameters"));
        String configuration = text(ModelSerializer.CONFIGURATION_JSON)
                .orElseThrow(() -> new IOException(file + " holds no configuration"));
        return new TrainingState(
                iteration, parameters, UpdaterState.of(configuration, array(ModelSerializer.UPDATER_BIN)));
    }

    /**
     * Takes a text out that lies beside the arrays.
     *
     * @param name name of the entry
     * @return its content, empty if there is no such entry
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(entries.get(name)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<INDArray> array(String name) throws IOException {
        byte[] bytes = entries.getOrDefault(name, new byte[0]);
        return bytes.length == 0
                ? Optional.empty()
                : Optional.of(Nd4j.read(new DataInputStream(new ByteArrayInputStream(bytes))));
    }

    /** Reads an entry whole and compares its checksum, which Java's ZipFile leaves to its user. */
    private static byte[] bytes(ZipFile archive, ZipEntry entry) throws IOException {
        byte[] bytes;
        try (InputStream in = archive.getInputStream(entry)) {
            bytes = in.readAllBytes();
        }
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        if (checksum.getValue() != entry.getCrc()) {
            throw new IOException(archive.getName() + " is damaged in " + entry.getName());
        }
        return bytes;
    }
}
