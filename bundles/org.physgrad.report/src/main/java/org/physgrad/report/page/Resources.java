package org.physgrad.report.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** Files of this bundle and of the libraries in it. */
final class Resources {

    private Resources() {}

    static Reader reader(String name) {
        return new InputStreamReader(stream(name), StandardCharsets.UTF_8);
    }

    static String text(String name) {
        try (InputStream in = stream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The library that draws interactive plots, packed by gzip and written in letters. */
    static String packedPlotly() {
        return packed("/META-INF/resources/webjars/plotly.js-dist/" + text("plotly.version") + "/plotly.js");
    }

    /** A file, packed by gzip and written in letters. */
    private static String packed(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = stream(name);
                GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static InputStream stream(String name) {
        InputStream in = Resources.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("the bundle lacks " + name);
        }
        return in;
    }
}
