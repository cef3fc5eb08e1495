/**
 * Enterprise, outlets, instruments and loggers as a workbook: template, export, preview and import.
 * What a cell may hold is decided by the forms of the pages; knows no reading and no finding.
 */
@NullMarked
package org.tijian.inspection.sheet;

import org.jspecify.annotations.NullMarked;
