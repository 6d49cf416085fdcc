/** What a report draws: learning curves and pictures of examples. */
package org.physgrad.report.figures;
