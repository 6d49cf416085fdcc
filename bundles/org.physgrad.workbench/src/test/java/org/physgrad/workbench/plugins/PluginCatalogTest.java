package org.physgrad.workbench.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.physgrad.plugins.Plan;
import org.physgrad.plugins.Plugin;
import org.physgrad.plugins.PluginOffer;
import org.physgrad.plugins.PluginSource;

/** What the plug-in manager tells of plug-ins. */
class PluginCatalogTest {

    private static final Plugin INSTALLED = new Plugin("org.example.waves", "1.0.0", "Wave equations", List.of());

    @Test
    void aNewerVersionThatFitsIsAnUpdate() {
        PluginRow row = PluginCatalog.rows(
                        List.of(INSTALLED), name -> Optional.empty(), List.of(offer("1.1.0"), offer("1.0.0")))
                .get(0);
        assertEquals("1.1.0", row.update().orElseThrow().version());
        assertEquals("installed, 1.1.0 is there", row.state());
    }

    @Test
    void ofVersionsThatAreOfferedTheNewestThatFitsCounts() {
        PluginRow row = PluginCatalog.rows(
                        List.of(),
                        name -> Optional.empty(),
                        List.of(offer("2.0.0", "needs a newer API"), offer("1.0.0")))
                .get(0);
        assertEquals("1.0.0", row.version());
        assertEquals("available", row.state());
    }

    @Test
    void whyAPluginIsUnavailableIsToldWithIt() {
        PluginRow row = PluginCatalog.rows(List.of(INSTALLED), name -> Optional.of("a bundle is missing"), List.of())
                .get(0);
        assertEquals("installed, unavailable", row.state());
        assertTrue(row.details().contains("a bundle is missing"), row.details());
    }

    @Test
    void whyAnOfferDoesNotFitIsToldWithIt() {
        PluginRow row = PluginCatalog.rows(
                        List.of(), name -> Optional.empty(), List.of(offer("2.0.0", "needs a newer API")))
                .get(0);
        assertEquals("does not fit", row.state());
        assertTrue(row.details().contains("needs a newer API"), row.details());
    }

    @Test
    void aPlanNamesWhatComesAndWhatGoes() {
        Plugin newer = new Plugin("org.example.waves", "1.1.0", "Wave equations", List.of());
        String text = PlanText.of(
                new Plan(newer, Optional.of(INSTALLED), List.of("solver/wave"), List.of("solver/ripple"), List.of()));
        assertTrue(text.contains("org.example.waves 1.1.0 takes the place of org.example.waves 1.0.0"), text);
        assertTrue(text.contains("New parts:\n  solver/wave"), text);
        assertTrue(text.contains("runs that use one pause):\n  solver/ripple"), text);
    }

    private static PluginOffer offer(String version, String... obstacles) {
        URI repository = URI.create("https://plugins.example.org/");
        return new PluginOffer(
                "org.example.waves",
                version,
                "Wave equations",
                List.of("problem/wave"),
                List.of(obstacles),
                PluginSource.of(repository.resolve("waves-" + version + ".jar")),
                repository);
    }
}
