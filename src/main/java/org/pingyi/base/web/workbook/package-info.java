/** Reads XLSX files in little memory, whatever they hold. */
@NullMarked
package org.pingyi.base.web.workbook;

import org.jspecify.annotations.NullMarked;
