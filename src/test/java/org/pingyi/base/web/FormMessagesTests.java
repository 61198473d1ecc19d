package org.pingyi.base.web;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.validation.Constraint;
import jakarta.validation.constraints.NotBlank;
import org.junit.jupiter.api.Test;

import org.pingyi.ArchitectureRules;

import org.springframework.core.annotation.AnnotationUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is wrong with a form says of what: a summary of three times "fill this in" helps
 * nobody.
 */
class FormMessagesTests {

	@Test
	void nameWhatIsWrong() {
		List<JavaClass> records = ArchitectureRules.PRODUCT.stream().filter(JavaClass::isRecord).toList();
		assertThat(records.stream().flatMap((form) -> nameless(form.reflect()))).isEmpty();
	}

	/** The positive control. */
	@Test
	void findOneThatNamesNothing() {
		assertThat(nameless(Nameless.class)).containsExactly("Nameless.name");
	}

	private static Stream<String> nameless(Class<?> form) {
		return Arrays.stream(form.getDeclaredFields())
			.filter((field) -> Arrays.stream(field.getAnnotations()).anyMatch(FormMessagesTests::saysNothing))
			.map((field) -> form.getSimpleName() + "." + field.getName());
	}

	private static boolean saysNothing(Annotation constraint) {
		return constraint.annotationType().isAnnotationPresent(Constraint.class)
				&& String.valueOf(AnnotationUtils.getValue(constraint, "message")).startsWith("{jakarta.");
	}

	private record Nameless(@NotBlank String name, @NotBlank(message = "{unit.needed.code}") String code) {
	}

}
