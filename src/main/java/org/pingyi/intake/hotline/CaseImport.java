package org.pingyi.intake.hotline;

import java.util.List;

import org.pingyi.base.web.RowError;

/**
 * A file of cases as it would be taken in.
 *
 * @param cases the cases that are new in this cycle
 * @param known numbers of cases that were taken in before; they are left as they are
 * @param errors what is wrong; nothing is taken in while there is any
 */
public record CaseImport(List<HotlineCase.Details> cases, List<String> known, List<RowError> errors) {
}
