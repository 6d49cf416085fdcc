package org.physgrad.report.page;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.physgrad.api.visual.Appearance;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.Points;
import org.physgrad.api.visual.Quantity;
import org.physgrad.api.visual.Range;
import org.physgrad.report.figures.CurveFigure;
import org.physgrad.report.figures.Example;
import org.physgrad.visuals.chart.ChartPainter;
import org.physgrad.visuals.chart.Curve;

/** What the script of the page plots, as JSON: thinned out and rounded to what can be seen. */
final class PlotData {

    private static final int EVEN_POINTS = 500;
    private static final int CELLS = 96;
    private static final int POINTS = 500;
    private static final MathContext DIGITS = new MathContext(4);

    /** Escapes what would end the script element. */
    private static final Gson GSON = new GsonBuilder().serializeNulls().create();

    private PlotData() {}

    static String json(List<CurveFigure> figures, List<Example> examples) {
        JsonArray charts = new JsonArray();
        figures.forEach(figure -> charts.add(chart(figure.thinned(EVEN_POINTS))));
        JsonArray answers = new JsonArray();
        examples.forEach(example -> answers.add(answer(example)));
        JsonObject root = new JsonObject();
        root.add("charts", charts);
        root.add("examples", answers);
        return GSON.toJson(root);
    }

    private static JsonObject chart(CurveFigure figure) {
        JsonArray curves = new JsonArray();
        for (int k = 0; k < figure.curves().size(); k++) {
            curves.add(curve(figure.curves().get(k), k, false));
        }
        for (int k = 0; k < figure.validation().size(); k++) {
            if (figure.validation().get(k).size() > 0) {
                curves.add(curve(figure.validation().get(k), k, true));
            }
        }
        JsonObject chart = new JsonObject();
        chart.addProperty("metric", figure.metric());
        chart.add("curves", curves);
        return chart;
    }

    private static JsonObject curve(Curve curve, int index, boolean dashed) {
        JsonObject object = new JsonObject();
        object.addProperty("name", curve.name());
        object.addProperty("light", colour(index, Appearance.LIGHT));
        object.addProperty("dark", colour(index, Appearance.DARK));
        object.addProperty("dash", dashed ? "dash" : "solid");
        object.add("x", values(curve.x()));
        object.add("y", values(curve.y()));
        if (curve.hasBand()) {
            object.add("low", values(curve.low()));
            object.add("high", values(curve.high()));
        }
        return object;
    }

    private static String colour(int index, Appearance appearance) {
        return "#%06x".formatted(ChartPainter.colour(index, appearance).getRGB() & 0xFFFFFF);
    }

    private static JsonArray values(double[] values) {
        JsonArray array = new JsonArray(values.length);
        for (double value : values) {
            add(array, value);
        }
        return array;
    }

    private static JsonObject answer(Example example) {
        JsonArray quantities = new JsonArray();
        example.quantities().forEach(quantity -> quantities.add(quantity(quantity)));
        JsonObject object = new JsonObject();
        object.addProperty("group", example.group().name());
        object.add("quantities", quantities);
        return object;
    }

    private static JsonObject quantity(Quantity quantity) {
        JsonObject object = new JsonObject();
        object.addProperty("name", quantity.name());
        if (quantity instanceof Field field) {
            Range range = field.range();
            object.addProperty("difference", field.isDifference() && !field.isVector());
            object.addProperty("low", range.low());
            object.addProperty("high", range.high());
            object.add("z", heights(field));
        } else if (quantity instanceof Points points) {
            JsonArray x = new JsonArray();
            JsonArray y = new JsonArray();
            int step = (points.size() + POINTS - 1) / POINTS;
            for (int k = 0; k < points.size(); k += step) {
                add(x, points.parameter(k));
                add(y, points.value(k));
            }
            object.addProperty("parameter", points.parameter());
            object.add("x", x);
            object.add("y", y);
        }
        return object;
    }

    /** Heights by y and x; of a fine field, the means of blocks. */
    private static JsonArray heights(Field field) {
        int nx = field.grid().nx();
        int ny = field.grid().ny();
        float[] heights = field.heights(0);
        int block = Math.max(1, (Math.max(nx, ny) + CELLS - 1) / CELLS);
        JsonArray rows = new JsonArray();
        for (int j = 0; j + block <= ny; j += block) {
            JsonArray row = new JsonArray();
            for (int i = 0; i + block <= nx; i += block) {
                double sum = 0;
                for (int cell = 0; cell < block * block; cell++) {
                    sum += heights[(i + cell / block) * ny + j + cell % block];
                }
                add(row, sum / (block * block));
            }
            rows.add(row);
        }
        return rows;
    }

    private static void add(JsonArray array, double value) {
        array.add(
                Double.isFinite(value)
                        ? new JsonPrimitive(new BigDecimal(value).round(DIGITS).doubleValue())
                        : JsonNull.INSTANCE);
    }
}
