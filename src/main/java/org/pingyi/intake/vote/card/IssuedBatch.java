package org.pingyi.intake.vote.card;

import java.util.List;

/**
 * A batch with its codes, which can be read only now.
 *
 * @param codes as they are printed
 */
public record IssuedBatch(CodeBatch batch, List<String> codes) {
}
