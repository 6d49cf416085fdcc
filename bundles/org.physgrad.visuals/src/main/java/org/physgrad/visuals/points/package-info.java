/** The visual {@code points}. */
package org.physgrad.visuals.points;
