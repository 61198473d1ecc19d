package rival;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

/** What a citizen sends: a unit and a level for each of five items. */
record RivalForm(@NotBlank String unit, @Min(1) @Max(5) int o01, @Min(1) @Max(5) int o02, @Min(1) @Max(5) int o03,
		@Min(1) @Max(5) int o04, @Min(1) @Max(5) int o05) {

	/** A digit for each answer. */
	long answers() {
		return (((o01() * 10L + o02()) * 10 + o03()) * 10 + o04()) * 10 + o05();
	}

}
