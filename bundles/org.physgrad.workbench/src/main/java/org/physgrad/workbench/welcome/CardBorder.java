package org.physgrad.workbench.welcome;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import javax.swing.UIManager;
import javax.swing.border.LineBorder;

/** A line in the colour that the theme has now. */
final class CardBorder extends LineBorder {

    private static final long serialVersionUID = 1L;

    CardBorder() {
        super(Color.GRAY);
    }

    @Override
    public void paintBorder(Component component, Graphics g, int x, int y, int width, int height) {
        lineColor = UIManager.getColor("Component.borderColor");
        super.paintBorder(component, g, x, y, width, height);
    }
}
