package org.physgrad.report.page;

import java.util.List;

/** What the template of the page shows. */
record Page(
        String title,
        String subtitle,
        boolean hasNotes,
        List<String> notes,
        Table summary,
        String medians,
        String smoothing,
        List<CurveView> curves,
        List<Table> at,
        String reachNote,
        List<Table> reach,
        Table time,
        List<Image> bars,
        boolean hasExamples,
        List<ExampleView> examples,
        List<ReliefView> reliefs,
        Table differences,
        String differencesNote,
        String commonTitle,
        Table common,
        Table events,
        Table environment,
        Table bundles,
        String data,
        String plotly,
        String style,
        String script) {

    /** Curves of a metric. */
    record CurveView(String metric, Image image) {}

    /** The pictures of an example. */
    record ExampleView(String title, List<Image> pictures) {}

    /** A picture in 3D. */
    record ReliefView(String caption, Image image) {}
}
