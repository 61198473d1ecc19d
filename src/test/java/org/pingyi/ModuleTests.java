package org.pingyi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the modules to the shape of the design: names, arrows, the purity of the engine.
 */
@Standalone
class ModuleTests {

	private static final ApplicationModules MODULES = ApplicationModules.of(PingyiApplication.class);

	@Test
	void followsOnlyTheDeclaredArrows() {
		MODULES.verify();
	}

	@Test
	void hasTheModulesOfTheDesign() {
		assertThat(MODULES.stream().map((module) -> module.getIdentifier().toString())).containsExactlyInAnyOrder("web",
				"startup", "job", "audit", "secret", "oidc", "message", "unit", "account", "scoring", "scheme", "cycle",
				"ballot", "adjustment", "vote", "kiosk", "review", "inspection", "hotline", "result", "lab", "feedback",
				"local");
	}

	/** The drawing that README shows is the code's, and its details lie under target. */
	@Test
	void drawsWhatReadmeDraws() throws IOException {
		new Documenter(MODULES).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
		String readme = Files.readString(Path.of("README.md"));
		assertThat(MODULES.stream().filter(ModuleTests::isInAFolder).map(this::drawn))
			.allSatisfy((line) -> assertThat(readme).containsPattern("(?m)" + Pattern.quote(line) + "(?:  |$)"));
	}

	private static String folder(ApplicationModule module) {
		return module.getBasePackage().getName().replaceAll("\\.[^.]+$", "");
	}

	private static boolean isInAFolder(ApplicationModule module) {
		return !module.getIdentifier().toString().equals("local");
	}

	/** {@code vote → ballot}: what a module uses inside its own folder. */
	private String drawn(ApplicationModule module) {
		String used = module.getDirectDependencies(MODULES)
			.uniqueModules()
			.filter((other) -> folder(other).equals(folder(module)))
			.map((other) -> other.getIdentifier().toString())
			.sorted()
			.collect(Collectors.joining(" "));
		return module.getIdentifier() + " → " + (used.isEmpty() ? "–" : used);
	}

	@Test
	void keepsTheEngineFreeOfEverythingButJava() {
		classes().that()
			.resideInAPackage("org.pingyi.rules.scoring..")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.pingyi.rules.scoring..", "org.jspecify.annotations..",
					"org.springframework.modulith..")
			.check(ArchitectureRules.PRODUCT);
	}

	/** Who verifies the store with the store's own code repeats its errors. */
	@Test
	void keepsTheVerifierFreeOfWhatItVerifies() {
		classes().that()
			.resideInAPackage("org.pingyi.verify..")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.pingyi.verify..", "org.jspecify.annotations..")
			.orShould()
			.haveFullyQualifiedName("org.pingyi.verify.National")
			.check(ArchitectureRules.PRODUCT);
	}

	/** The one class of the verifier that uses what the JDK does not have. */
	@Test
	void keepsTheNationalAlgorithmsOfTheVerifierApart() {
		classes().that()
			.haveFullyQualifiedName("org.pingyi.verify.National")
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage("java..", "org.pingyi.verify", "org.bouncycastle.asn1..", "org.bouncycastle.crypto..",
					"org.bouncycastle.math.ec..")
			.check(ArchitectureRules.PRODUCT);
	}

}
