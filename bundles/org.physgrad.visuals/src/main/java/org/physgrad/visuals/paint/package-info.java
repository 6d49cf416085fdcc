/** What visuals share: the sheet with title and colour bar, frames with numbers, views and images of paintings. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.3.0")
package org.physgrad.visuals.paint;
