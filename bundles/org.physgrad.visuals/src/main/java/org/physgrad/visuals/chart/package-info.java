/** Learning curves and bars: smoothing, bands over seeds, drawing with and without a display, and export. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.3.0")
package org.physgrad.visuals.chart;
