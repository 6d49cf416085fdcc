/**
 * The contract of visuals: what they draw, as plain immutable Java that any thread may hold, and how they are asked to. Needs AWT and Swing, but no display: every
 * visual also draws images with {@code java.awt.headless=true}.
 *
 * <p>A {@link org.physgrad.api.visual.Snapshot} holds the {@link org.physgrad.api.visual.Quantity quantities} of one example: {@link
 * org.physgrad.api.visual.Field fields} on a grid, or {@link org.physgrad.api.visual.Points points} where x is a single number. A {@link
 * org.physgrad.api.visual.Scene} is one of them with everything that decides how it looks.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.physgrad.api.visual;
