/**
 * Fields as reliefs: what visuals that draw surfaces share, whatever they draw with. A {@link org.physgrad.visuals.relief.Relief} has places, colours and light, a
 * {@link org.physgrad.visuals.relief.CameraView} turns what a {@link org.physgrad.visuals.relief.CameraPainter} paints.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.physgrad.visuals.relief;
