package org.physgrad.plugins;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Version;

/**
 * The index of a repository, a JSON file.
 *
 * @param plugins what it offers
 */
record RepositoryIndex(List<Entry> plugins) {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    /** The newest version of each plug-in first. */
    static final Comparator<PluginOffer> ORDER = Comparator.comparing(PluginOffer::name)
            .thenComparing(offer -> Version.parseVersion(offer.version()), Comparator.reverseOrder());

    /**
     * A version of a plug-in.
     *
     * @param requires filters of the packages that it needs from others
     * @param files the file to install first, then those that it names; relative to the index
     */
    record Entry(
            String name,
            String version,
            String description,
            List<String> parts,
            List<String> requires,
            List<IndexedFile> files) {}

    /** A file and its SHA-256. */
    record IndexedFile(
            String path, @SerializedName("sha-256") String sha256) {}

    static RepositoryIndex parse(byte[] json, URI address) throws PluginException {
        try {
            RepositoryIndex index = GSON.fromJson(new String(json, StandardCharsets.UTF_8), RepositoryIndex.class);
            for (Entry entry : index.plugins()) {
                Version.parseVersion(entry.version());
                boolean whole = entry.name() != null
                        && !entry.files().isEmpty()
                        && entry.files().stream().allMatch(file -> file.path() != null && file.sha256() != null);
                if (!whole) {
                    throw new JsonParseException("an entry lacks its name, or a file its path or hash");
                }
            }
            return index;
        } catch (JsonParseException | NullPointerException | IllegalArgumentException e) { // a missing list is null
            throw new PluginException(
                    address + " is no index of plug-ins (" + e.getMessage()
                            + "); whoever keeps the repository can make one with: plugin index FOLDER",
                    e);
        }
    }

    byte[] toJson() {
        return (GSON.toJson(this) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Turns the entries into offers for somebody who has some packages. */
    List<PluginOffer> offers(URI repository, Requirements present) {
        return plugins.stream()
                .map(entry -> new PluginOffer(
                        entry.name(),
                        entry.version(),
                        entry.description() == null ? "" : entry.description(),
                        entry.parts() == null ? List.of() : entry.parts(),
                        entry.requires() == null
                                ? List.of()
                                : present.missingPackages(entry.name() + " " + entry.version(), entry.requires()),
                        source(repository, entry),
                        repository))
                .sorted(ORDER)
                .toList();
    }

    private static PluginSource source(URI repository, Entry entry) {
        Map<URI, String> hashes = new LinkedHashMap<>();
        entry.files().forEach(file -> hashes.put(repository.resolve(file.path()), file.sha256()));
        return new PluginSource(repository.resolve(entry.files().get(0).path()), hashes);
    }
}
