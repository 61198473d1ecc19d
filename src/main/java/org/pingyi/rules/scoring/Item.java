package org.pingyi.rules.scoring;

import java.math.BigDecimal;

/**
 * One question of a {@link Questionnaire} (题项).
 *
 * @param code its name inside the questionnaire: {@code w01}
 * @param category the heading it stands under
 * @param text what is asked
 * @param clause where the method says so, or ""
 * @param weight its share among the items; 1 when all weigh alike
 */
public record Item(String code, Text category, Text text, String clause, BigDecimal weight) {
}
