package org.physgrad.workbench.pictures;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.image.BufferedImage;
import javax.swing.JLabel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The symbols of actions, drawn without a display. */
class SymbolTest {

    @ParameterizedTest
    @EnumSource(Symbol.class)
    void aSymbolIsSeenWithinItsSquareAndPalerWhereItIsDisabled(Symbol symbol) {
        JLabel label = new JLabel();
        long enabled = ink(symbol, label);
        assertTrue(enabled > 10 * 255, symbol + " is hardly seen: " + enabled);
        assertTrue(enabled < 200 * 255, symbol + " is a block: " + enabled);
        label.setEnabled(false);
        long disabled = ink(symbol, label);
        assertTrue(disabled > 0 && disabled < enabled / 2, symbol + " disabled: " + disabled + " of " + enabled);
    }

    /** Sum of the opacity of all pixels. */
    private static long ink(Symbol symbol, Component component) {
        BufferedImage image =
                new BufferedImage(symbol.getIconWidth(), symbol.getIconHeight(), BufferedImage.TYPE_INT_ARGB);
        symbol.paintIcon(component, image.createGraphics(), 0, 0);
        long sum = 0;
        for (int pixel : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            sum += pixel >>> 24;
        }
        return sum;
    }
}
