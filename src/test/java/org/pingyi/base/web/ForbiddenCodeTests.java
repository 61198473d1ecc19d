package org.pingyi.base.web;

import java.io.ObjectInputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.ArchitectureRules;
import org.pingyi.Standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The product has no place where text becomes a command, a query, an object or markup,
 * and no weak cipher, hash or random number.
 */
@Standalone
class ForbiddenCodeTests extends ArchitectureRules {

	/**
	 * Text that becomes markup or code in a browser, and objects that anybody can reach.
	 */
	private static final Pattern SCRIPT = Pattern.compile("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|"
			+ "\\beval\\(|new Function\\(|__proto__|addEventListener\\(\"message\"|setTimeout\\(\"");

	private static final Pattern WEAK = Pattern.compile("\"(?:HmacSHA1|MD5|MD2|SHA-?1|DES(?:ede)?|RC4|ARCFOUR|Blowfish|"
			+ "AES/(?:ECB|CBC|CTR)[^\"]*|RSA/[^\"]*PKCS1[^\"]*|SHA1withRSA|MD5withRSA)\"");

	/** A statement into which something is put that is no constant. */
	private static final Pattern BUILT = Pattern
		.compile("\"(?i:select|update|delete|insert|order by)\\s[^\"]*\"\\s*\\+\\s*(?:[a-z]|this\\.)");

	static Stream<ArchRule> rules() {
		return Stream.of(
				noClasses().should()
					.callMethod(Runtime.class, "exec", String.class)
					.orShould()
					.callMethod(Runtime.class, "exec", String[].class)
					.orShould()
					.dependOnClassesThat()
					.areAssignableTo(ProcessBuilder.class)
					.as("nothing runs a command of the operating system"),
				noClasses().should()
					.dependOnClassesThat()
					.areAssignableTo(ObjectInputStream.class)
					.as("nothing reads Java objects"),
				noClasses().should()
					.dependOnClassesThat()
					.resideInAnyPackage("javax.script..", "org.springframework.expression..", "groovy..")
					.as("nothing evaluates text"),
				noClasses().should()
					.dependOnClassesThat()
					.resideInAnyPackage("javax.naming..", "org.springframework.ldap..", "javax.xml.xpath..")
					.as("nothing looks up names, directories or paths in XML"),
				noClasses().that()
					.resideOutsideOfPackage("org.pingyi.base.web.workbook..")
					.should()
					.dependOnClassesThat()
					.resideInAnyPackage("javax.xml.parsers..", "javax.xml.stream..", "javax.xml.transform..",
							"org.xml.sax..", "jakarta.xml..")
					.as("nothing but the reader of workbooks, which resolves no entities, reads XML"));
	}

	@Test
	void makesNoMarkupAndNoCodeOfTextInABrowser() {
		assertThat(found(SCRIPT, "scripts", ".js")).isEmpty();
		assertThat(found(SCRIPT, "resources/static", ".js")).isEmpty();
	}

	@Test
	void usesNoWeakCipherOrHash() {
		assertThat(found(WEAK, "java", ".java")).isEmpty();
	}

	@Test
	void buildsNoStatementOfText() {
		assertThat(found(BUILT, "java", ".java")).isEmpty();
	}

	/** The seeded generator of the sample city makes up answers, and opens nothing. */
	@Test
	void drawsNothingFromAGeneratorThatCanBeGuessed() {
		assertThat(found(Pattern.compile("new Random\\(|Math\\.random|ThreadLocalRandom|SplittableRandom"), "java",
				".java"))
			.allMatch((place) -> place.startsWith("org/pingyi/local/"));
	}

	/** But for the setting that says how the answer of an SMS gateway looks. */
	@Test
	void compilesPatternsOfTheCodeOnly() {
		assertThat(found(Pattern.compile("Pattern\\s*\\.compile\\(\\s*[^\"\\s]"), "java", ".java"))
			.allMatch((place) -> place.startsWith("org/pingyi/base/message/HttpSms.java:"));
	}

	/**
	 * Before Java 24 who waits under a monitor holds the carrier of other virtual
	 * threads. These count in memory, or start and stop threads.
	 */
	@Test
	void waitsForNothingUnderAMonitor() {
		assertThat(found(Pattern.compile("\\bsynchronized\\s*[(\\w]"), "java", ".java"))
			.extracting((place) -> place.substring(0, place.indexOf(':')))
			.containsOnly("org/pingyi/intake/ballot/GroupCommit.java", "org/pingyi/intake/vote/ArrivalRate.java",
					"org/pingyi/intake/vote/SegmentBursts.java");
	}

	@ParameterizedTest
	@ValueSource(strings = { "box.innerHTML = name;", "eval(text)", "new Function(text)", "x.__proto__ = y" })
	void findsScriptsThatMakeMarkupOrCode(String script) {
		assertThat(script).containsPattern(SCRIPT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"MD5\"", "\"SHA-1\"", "\"AES/ECB/PKCS5Padding\"", "\"AES/CBC/PKCS5Padding\"",
			"\"RSA/ECB/PKCS1Padding\"" })
	void findsWeakNames(String code) {
		assertThat(code).containsPattern(WEAK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"select id from unit where name = '\" + name + \"'\"", "\"order by \" + this.column" })
	void findsStatementsThatAreBuilt(String code) {
		assertThat(code).containsPattern(BUILT);
	}

	private static Set<String> found(Pattern pattern, String folder, String ending) {
		Set<String> places = new TreeSet<>();
		SourceFiles.of(folder, ending).find(pattern, (place, match) -> places.add(place + " " + match.group()));
		return places;
	}

}
