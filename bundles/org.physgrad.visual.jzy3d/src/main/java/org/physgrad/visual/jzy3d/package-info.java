/** The visual {@code jzy3d-surface}. */
package org.physgrad.visual.jzy3d;
