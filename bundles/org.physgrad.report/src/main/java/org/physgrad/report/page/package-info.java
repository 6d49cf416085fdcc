/** The page itself: what its template shows, and its scripts. */
package org.physgrad.report.page;
