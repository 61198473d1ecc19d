package org.pingyi;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the product to the rules that a static method {@code rules()} of the test names.
 * Each is also shown to notice the classes of the package {@code violation}, which break
 * it.
 */
public abstract class ArchitectureRules {

	/** All classes that a city runs. */
	public static final JavaClasses PRODUCT = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("org.pingyi");

	/** The classes that break the rules. */
	protected static final JavaClasses VIOLATION = new ClassFileImporter().importPackages("violation");

	@ParameterizedTest
	@MethodSource("rules")
	protected void holdsInTheProduct(ArchRule rule) {
		rule.check(PRODUCT);
	}

	@ParameterizedTest
	@MethodSource("rules")
	protected void noticesWhatBreaksIt(ArchRule rule) {
		assertThat(rule.evaluate(VIOLATION).hasViolation()).as(rule.getDescription()).isTrue();
	}

}
