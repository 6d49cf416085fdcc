package org.physgrad.workbench.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.physgrad.api.visual.Field;
import org.physgrad.api.visual.Quantity;
import org.physgrad.engine.catalog.ClassPathCatalog;

/** Examples of an experiment that is half written. */
class SampleDrawTest {

    private final SampleDraw draw = new SampleDraw(ClassPathCatalog.of(SampleDrawTest.class.getClassLoader()));

    @Test
    void aProblemIsEnough() {
        SampleDraw.Drawn drawn = draw("{ 'problem': { 'type': 'heat', 'resolution': 16 }, 'seed': 4 }");
        assertEquals(3, drawn.examples().size(), drawn.message());
        Field cause = (Field) drawn.examples().get(0).find(Quantity.TRUE_CAUSE).orElseThrow();
        assertEquals(16, cause.grid().nx());
        assertTrue(drawn.message().contains("heat") && drawn.message().contains("seed 4"), drawn.message());
    }

    @Test
    void aWrongValueIsNamed() {
        SampleDraw.Drawn drawn = draw("{ 'problem': { 'type': 'heat', 'resolution': -1 } }");
        assertTrue(drawn.examples().isEmpty());
        assertTrue(drawn.message().contains("resolution"), drawn.message());
    }

    @Test
    void withoutAProblemThereIsAHint() {
        assertTrue(draw("{}").message().contains("Choose a problem"));
        assertTrue(draw("{ 'problem': { 'type': 'hat' } }").message().contains("hat"));
    }

    private SampleDraw.Drawn draw(String json) {
        return draw.draw(JsonParser.parseString(json.replace('\'', '"')).getAsJsonObject());
    }
}
