package org.physgrad.workbench.plugins;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.physgrad.plugins.Plugin;
import org.physgrad.plugins.PluginOffer;
import org.physgrad.plugins.PluginRepositories;
import org.physgrad.plugins.Plugins;

/**
 * What is installed and what there is to install, at one moment.
 *
 * @param rows the plug-ins, by name
 * @param troubles repositories that could not be read, for people
 */
record PluginCatalog(List<PluginRow> rows, List<String> troubles) {

    /** Asks everybody; may take as long as a network takes. */
    static PluginCatalog read(Plugins plugins, PluginRepositories repositories) {
        PluginRepositories.Listing listing = repositories.browse();
        return new PluginCatalog(rows(plugins.installed(), plugins::unavailable, listing.offers()), listing.troubles());
    }

    /**
     * Joins what is installed with what is offered.
     *
     * @param unavailable says why the parts of an installed plug-in cannot be used
     * @param offers the newest version of each first
     */
    static List<PluginRow> rows(
            List<Plugin> installed, Function<String, Optional<String>> unavailable, List<PluginOffer> offers) {
        Map<String, PluginOffer> newest = new LinkedHashMap<>();
        for (PluginOffer offer : offers) {
            newest.merge(offer.name(), offer, PluginCatalog::better);
        }
        List<PluginRow> rows = new ArrayList<>();
        for (Plugin plugin : installed) {
            rows.add(new PluginRow(
                    plugin.name(),
                    Optional.of(plugin),
                    unavailable.apply(plugin.name()),
                    Optional.ofNullable(newest.remove(plugin.name()))));
        }
        for (PluginOffer offer : newest.values()) {
            rows.add(new PluginRow(offer.name(), Optional.empty(), Optional.empty(), Optional.of(offer)));
        }
        rows.sort(Comparator.comparing(PluginRow::name));
        return rows;
    }

    /** Of two versions, the newer comes first; one that fits is better than one that does not. */
    private static PluginOffer better(PluginOffer newer, PluginOffer older) {
        return newer.obstacles().isEmpty() || !older.obstacles().isEmpty() ? newer : older;
    }
}
