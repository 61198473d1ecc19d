package org.pingyi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.data.repository.Repository;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The checkable rules of {@code src/docs/style.md}. Each is also shown to notice the
 * classes of the package {@code violation}, which break it.
 */
@Standalone
class ArchitectureTests extends ArchitectureRules {

	private static final int MOST_CLASSES = 40;

	private static final int MOST_JDBC = 8;

	/** The engine is one room: its rules are read together. */
	private static final String ENGINE = "org.pingyi.rules.scoring";

	private static final String ROLES_TO_AVOID = ".*(Store|Directory|Register|Manager|Helper|Utils?|Constants|Dto)";

	private static final Path SOURCES = Path.of("src/main/java");

	private static final DescribedPredicate<JavaClass> USED_ELSEWHERE = DescribedPredicate
		.describe("used by another package", ArchitectureTests::isUsedElsewhere);

	private static final DescribedPredicate<JavaMethodCall> COOKIES = DescribedPredicate.describe("builds a cookie",
			(call) -> call.getTargetOwner().isEquivalentTo(ResponseCookie.class) && call.getName().startsWith("from")
					|| call.getName().equals("addCookie"));

	static Stream<ArchRule> rules() {
		return Stream.of(
				noClasses().that()
					.areAnnotatedWith(Entity.class)
					.should()
					.bePublic()
					.as("entities are package-private"),
				noClasses().that()
					.areAssignableTo(Repository.class)
					.or()
					.areAnnotatedWith(org.springframework.stereotype.Repository.class)
					.should()
					.bePublic()
					.as("repositories are package-private"),
				classes().that()
					.areAssignableTo(Repository.class)
					.or()
					.areAnnotatedWith(org.springframework.stereotype.Repository.class)
					.should()
					.haveSimpleNameEndingWith("Repository")
					.as("what persists is named Repository"),
				noClasses().that()
					.areMetaAnnotatedWith(Controller.class)
					.should()
					.bePublic()
					.as("controllers are package-private"),
				noClasses().that()
					.resideInAPackage("..web..")
					.and()
					.resideOutsideOfPackage("org.pingyi.base.web..")
					.should()
					.dependOnClassesThat()
					.resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..",
							"jakarta.persistence..")
					.as("pages reach the database through front doors"),
				noClasses().that()
					.resideOutsideOfPackage("org.pingyi.base.web.cookie")
					.should()
					.callMethodWhere(COOKIES)
					.orShould()
					.callConstructor(Cookie.class, String.class, String.class)
					.as("cookies are built in one place"),
				noClasses().should().haveNameMatching(ROLES_TO_AVOID).as("roles have their standard names"),
				classes().that()
					.areAnnotatedWith(Service.class)
					.and()
					.arePublic()
					.should(com.tngtech.archunit.lang.conditions.ArchConditions.be(USED_ELSEWHERE))
					.as("a service that is no front door is package-private"));
	}

	private static boolean isUsedElsewhere(JavaClass service) {
		return service.getDirectDependenciesToSelf()
			.stream()
			.map(Dependency::getOriginClass)
			.anyMatch((user) -> !user.getPackageName().equals(service.getPackageName()));
	}

	@Test
	void keepsPackagesSmallEnoughToRead() {
		assertThat(crowded(sizes(SOURCES), MOST_CLASSES)).isEmpty();
	}

	@Test
	void noticesACrowdedPackage() {
		assertThat(crowded(sizes(SOURCES), 5)).contains("org.pingyi.intake.ballot");
	}

	private static Set<String> crowded(Map<String, Long> sizes, int most) {
		return sizes.entrySet()
			.stream()
			.filter((room) -> room.getValue() > most && !room.getKey().equals(ENGINE))
			.map(Map.Entry::getKey)
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Map<String, Long> sizes(Path root) {
		return sources(root)
			.collect(Collectors.groupingBy((file) -> root.relativize(file.getParent()).toString().replace('/', '.'),
					TreeMap::new, Collectors.counting()));
	}

	@Test
	void opensEveryClassWithASentence() {
		Set<String> silent = sources(SOURCES).filter((file) -> !Opening.of(read(file)))
			.map(Path::toString)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(silent).as("classes without a sentence that says what they are for").isEmpty();
	}

	@Test
	void noticesAClassWithoutASentence() {
		assertThat(Opening.of(read(Path.of("src/test/java/violation/AwardStore.java")))).isFalse();
	}

	/** A reason is a value; its text is for people. */
	@Test
	void decidesNothingByTheTextOfAMessage() {
		Set<String> places = sources(SOURCES).filter((file) -> DecidedByText.in(read(file)))
			.map(Path::toString)
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(places).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "if (refusal.key().equals(\"a.b\")) {", "refused.key().startsWith(\"a.\")",
			"return ex.getMessage().contains(\"duplicate\");" })
	void noticesADecisionByText(String code) {
		assertThat(DecidedByText.in(code)).isTrue();
	}

	/** JDBC is the measured exception: the ballots' hot path, and a few that say why. */
	@Test
	void leavesFewClassesToJdbc() {
		Set<String> users = jdbcUsers(PRODUCT);
		assertThat(users).hasSizeLessThanOrEqualTo(MOST_JDBC);
		assertThat(users).allSatisfy((name) -> assertThat(read(SOURCES.resolve(name.replace('.', '/') + ".java")))
			.as("%s says why it is JDBC", name)
			.containsPattern("(?s)/\\*\\*(?:(?!\\*/).)*JDBC(?:(?!\\*/).)*\\*/\\s*(?:@|public|final|class|record)"));
	}

	@Test
	void noticesAClassLeftToJdbc() {
		assertThat(jdbcUsers(VIOLATION)).contains("violation.AwardStore");
	}

	private static Set<String> jdbcUsers(JavaClasses all) {
		return all.stream()
			.filter((one) -> !one.getPackageName().equals("org.pingyi.local"))
			.filter((one) -> one.getDirectDependenciesFromSelf()
				.stream()
				.anyMatch((used) -> used.getTargetClass().getPackageName().startsWith("org.springframework.jdbc.core")
						|| used.getTargetClass().getName().equals("javax.sql.DataSource")))
			.map((one) -> one.getName().replaceAll("\\$.*", ""))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<Path> sources(Path root) {
		try (Stream<Path> files = Files.walk(root)) {
			return files.filter((file) -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A class's opening sentence. */
	private static final class Opening {

		private static final Pattern SENTENCE = Pattern
			.compile("/\\*\\*(?:(?!\\*/).)*\\*/\\s*(?:(?:@[\\w.]+(?:\\((?:[^()]|\\([^()]*\\))*\\))?|//[^\n]*)\\s*)*"
					+ "(?:(?:public|final|abstract|sealed|non-sealed|static)\\s+)*(?:class|record|interface|enum|@interface) ",
					Pattern.DOTALL);

		private Opening() {
		}

		static boolean of(String source) {
			return SENTENCE.matcher(source).find();
		}

	}

	/** A decision that hangs on the words or the key of a message. */
	private static final class DecidedByText {

		private static final Pattern PATTERN = Pattern
			.compile("(?:refus\\w*|ex)\\.key\\(\\)\\.(?:equals|startsWith|contains)\\(|"
					+ "getMessage\\(\\)\\.(?:equals|startsWith|contains|matches)\\(");

		private DecidedByText() {
		}

		static boolean in(String source) {
			return PATTERN.matcher(source).find();
		}

	}

}
