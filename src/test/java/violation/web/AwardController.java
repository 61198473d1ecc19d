package violation.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
public class AwardController {

	private final JdbcClient jdbc;

	AwardController(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@GetMapping("/awards")
	@ResponseBody
	String awards(HttpServletResponse response) {
		response.addCookie(new Cookie("award", "1"));
		return this.jdbc.sql("select name from award").query(String.class).single();
	}

}
