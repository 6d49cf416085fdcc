/** What the painters of this bundle share: the sheet with title and colour bar, frames with numbers, views and images of paintings. */
package org.physgrad.visuals.paint;
