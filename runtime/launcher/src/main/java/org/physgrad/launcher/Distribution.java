package org.physgrad.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The folder that the product is installed in. */
final class Distribution {

    private final Path home;

    Distribution(Path home) {
        this.home = home.toAbsolutePath().normalize();
    }

    BundleRepository repository() {
        return new BundleRepository(home.resolve("bundles"));
    }

    /**
     * Reads which features make up a product.
     *
     * @param product name of the product
     * @return feature files, in the order they are installed
     */
    List<Path> features(String product) {
        Path folder = home.resolve("features");
        Path definition = folder.resolve(product + ".product");
        try {
            return Files.readAllLines(definition).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(folder::resolve)
                    .toList();
        } catch (IOException e) {
            throw new LaunchException("cannot read " + definition + ": is the installation complete?", e);
        }
    }
}
