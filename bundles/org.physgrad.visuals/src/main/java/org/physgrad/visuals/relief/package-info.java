/**
 * Fields as reliefs: what visuals that draw surfaces share, whatever they draw with. A {@link org.physgrad.visuals.relief.Relief} has places and light, a
 * {@link org.physgrad.visuals.relief.ReliefRenderer} draws it, on the sheet of a {@link org.physgrad.visuals.relief.ReliefPainter}, and a
 * {@link org.physgrad.visuals.relief.CameraView} turns it.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.physgrad.visuals.relief;
