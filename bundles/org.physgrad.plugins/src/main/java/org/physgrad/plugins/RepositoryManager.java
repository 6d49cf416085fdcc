package org.physgrad.plugins;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.feature.FeatureService;
import org.physgrad.files.Sha256;
import org.physgrad.files.WholeFile;

/** Keeps the list of repositories, and a copy of each index for the time when its repository cannot be reached. */
@Component(service = PluginRepositories.class)
public final class RepositoryManager implements PluginRepositories {

    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final BundleContext context;
    private final PluginFolder folder;
    private final Downloads downloads;
    private final RepositoryIndexer indexer;

    /**
     * Made by Declarative Services.
     *
     * @param context knows what is installed
     * @param features reads feature files
     */
    @Activate
    public RepositoryManager(BundleContext context, @Reference FeatureService features) {
        this(context, features, PluginFolder.of(context));
    }

    RepositoryManager(BundleContext context, FeatureService features, PluginFolder folder) {
        this.context = context;
        this.folder = folder;
        this.downloads = new Downloads(folder.fetched());
        this.indexer = new RepositoryIndexer(context, new PackageReader(features, downloads));
    }

    @Override
    public synchronized List<URI> addresses() throws PluginException {
        Path file = folder.repositories();
        try {
            return Files.exists(file)
                    ? Stream.of(GSON.fromJson(Files.readString(file), String[].class))
                            .map(URI::create)
                            .toList()
                    : List.of();
        } catch (IOException | JsonParseException | NullPointerException | IllegalArgumentException e) {
            throw new PluginException(
                    "the list of repositories, " + file + ", cannot be read; mend it, or remove it", e);
        }
    }

    @Override
    public synchronized void add(URI address) throws PluginException {
        URI repository = asFolder(address);
        List<URI> known = new ArrayList<>(addresses());
        if (known.contains(repository)) {
            throw new PluginException(repository + " is in the list already", null);
        }
        fetch(repository);
        known.add(repository);
        write(known);
    }

    @Override
    public synchronized void remove(URI address) throws PluginException {
        URI repository = asFolder(address);
        List<URI> known = new ArrayList<>(addresses());
        if (!known.remove(repository)) {
            throw new PluginException(
                    repository + " is not in the list; "
                            + (known.isEmpty() ? "it is empty" : "there are " + join(known, ", ")),
                    null);
        }
        write(known);
    }

    private void write(List<URI> addresses) throws PluginException {
        String json = GSON.toJson(addresses.stream().map(URI::toString).toList());
        try {
            Files.createDirectories(folder.root());
            WholeFile.writeText(folder.repositories(), json);
        } catch (IOException e) {
            throw new PluginException("the list of repositories cannot be written: " + e.getMessage(), e);
        }
    }

    @Override
    public Listing browse() {
        Requirements present = new Requirements(List.of(context.getBundles()));
        List<PluginOffer> offers = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        for (URI repository : known(troubles)) {
            try {
                offers.addAll(fetch(repository).offers(repository, present));
            } catch (PluginException e) {
                troubles.add(e.getMessage());
                offers.addAll(lastKnown(repository, present, troubles));
            }
        }
        offers.sort(RepositoryIndex.ORDER);
        return new Listing(List.copyOf(offers), List.copyOf(troubles));
    }

    private List<URI> known(List<String> troubles) {
        try {
            return addresses();
        } catch (PluginException e) {
            troubles.add(e.getMessage());
            return List.of();
        }
    }

    /** Reads the index of a repository, and keeps a copy. */
    private RepositoryIndex fetch(URI repository) throws PluginException {
        URI address = repository.resolve(INDEX);
        byte[] json = downloads.read(address);
        RepositoryIndex index = RepositoryIndex.parse(json, address);
        try {
            Files.createDirectories(folder.fetched());
            WholeFile.write(copy(repository), out -> out.write(json));
        } catch (IOException e) {
            throw new PluginException("a copy of " + address + " cannot be kept: " + e.getMessage(), e);
        }
        return index;
    }

    private List<PluginOffer> lastKnown(URI repository, Requirements present, List<String> troubles) {
        Path copy = copy(repository);
        if (!Files.exists(copy)) {
            return List.of();
        }
        try {
            List<PluginOffer> offers = RepositoryIndex.parse(Files.readAllBytes(copy), copy.toUri())
                    .offers(repository, present);
            troubles.add("what " + repository + " offered on "
                    + Files.getLastModifiedTime(copy).toString().substring(0, 10) + " is listed instead");
            return offers;
        } catch (IOException | PluginException e) {
            troubles.add("the copy of its index cannot be used either: " + e.getMessage());
            return List.of();
        }
    }

    private Path copy(URI repository) {
        byte[] address = repository.toString().getBytes(StandardCharsets.UTF_8);
        return folder.fetched().resolve("index-" + Sha256.of(address) + ".json");
    }

    @Override
    public PluginOffer newest(String name) throws PluginException {
        Listing listing = browse();
        List<PluginOffer> versions = listing.offers().stream()
                .filter(offer -> offer.name().equals(name))
                .toList();
        for (PluginOffer offer : versions) {
            if (offer.obstacles().isEmpty()) {
                return offer;
            }
        }
        List<String> reasons = new ArrayList<>();
        if (versions.isEmpty()) {
            List<String> names =
                    listing.offers().stream().map(PluginOffer::name).distinct().toList();
            reasons.add("no repository offers a plug-in '" + name + "'; "
                    + (names.isEmpty()
                            ? "add one with: plugin repository add ADDRESS"
                            : "there are " + join(names, ", ")));
        }
        versions.forEach(offer -> reasons.addAll(offer.obstacles()));
        reasons.addAll(listing.troubles());
        throw new PluginException(reasons, null);
    }

    @Override
    public List<PluginOffer> index(Path plugins) throws PluginException {
        RepositoryIndex index = indexer.index(plugins);
        try {
            WholeFile.write(plugins.resolve(INDEX), out -> out.write(index.toJson()));
        } catch (IOException e) {
            throw new PluginException(e.getMessage(), e);
        }
        return index.offers(plugins.toUri(), new Requirements(List.of(context.getBundles())));
    }

    /** An address that files can be resolved against. */
    private static URI asFolder(URI address) {
        String text = address.toString();
        return text.endsWith("/") ? address : URI.create(text + "/");
    }

    private static String join(List<?> things, String between) {
        return String.join(between, things.stream().map(Object::toString).toList());
    }
}
