/** The visual {@code surface}. */
package org.physgrad.visuals.surface;
