package io.wisp.serve.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Who may ask: those who know the token, by a name of this machine, and from no other page. A page
 * that points its own name to this machine (DNS rebinding) fails at the name; one that sends
 * requests here, at its origin.
 */
public final class Gate {
  /** Before the token, for clients that can be told an address and nothing else. */
  private static final String OWN_PATH = "/monai/";

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+\\]");
  private static final List<String> ANY = List.of("0.0.0.0", "::", "[::]");

  private final byte[] token;
  private final String host;

  private Gate(String token, String host) {
    this.token = token.getBytes(StandardCharsets.US_ASCII);
    this.host = host.toLowerCase(Locale.ROOT);
  }

  /** With a new token of 256 random bits. */
  public static Gate create(String host) {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return new Gate(HexFormat.of().formatHex(random), host);
  }

  public String token() {
    return new String(token, StandardCharsets.US_ASCII);
  }

  /**
   * Refuses requests by other names, and those that other pages make.
   *
   * @throws HttpError 403
   */
  void checkSource(Request request) {
    String authority = request.getHeaders().get(HttpHeader.HOST);
    if (authority == null || !isOurs(name(authority))) {
      throw new HttpError(
          403,
          ANY.contains(host)
              ? "This server answers by its address in numbers only, such as 192.168.0.7."
              : "This server answers at %s only: open the link that it printed.".formatted(host));
    }
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (origin != null && !origin.equalsIgnoreCase("http://" + authority)) {
      throw new HttpError(403, "Pages of other servers may not ask this one.");
    }
    String site = request.getHeaders().get("Sec-Fetch-Site");
    boolean other = "cross-site".equals(site) || "same-site".equals(site);
    if (other && !"navigate".equals(request.getHeaders().get("Sec-Fetch-Mode"))) {
      throw new HttpError(403, "Pages of other servers may not ask this one.");
    }
  }

  private boolean isOurs(String name) {
    return LOOPBACK.contains(name)
        || name.equals(host)
        || (ANY.contains(host) && ADDRESS.matcher(name).matches());
  }

  /** The host of an authority, without its port. */
  private static String name(String authority) {
    return authority.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
  }

  /** Whether the request knows the token, by its header, its cookie, or {@link #OWN_PATH}. */
  boolean knows(Request request) {
    String path = request.getHttpURI().getPath();
    if (path.startsWith(OWN_PATH)) {
      return matches(path.substring(OWN_PATH.length()).replaceFirst("/.*", ""));
    }
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    if (header != null && header.startsWith("Bearer ")) {
      return matches(header.substring("Bearer ".length()).strip());
    }
    return Request.getCookies(request).stream()
        .filter(cookie -> cookie.getName().equals(cookieName(request)))
        .map(HttpCookie::getValue)
        .anyMatch(this::matches);
  }

  /** Compares in a time that does not tell how much is right. */
  private boolean matches(String given) {
    return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token);
  }

  /** The cookie for a request that brings the token in its address. */
  Optional<String> cookie(Request request) {
    String given = Request.extractQueryParameters(request).getValue("token");
    return given != null && matches(given)
        ? Optional.of(
            "%s=%s; Path=/; HttpOnly; SameSite=Strict".formatted(cookieName(request), token()))
        : Optional.empty();
  }

  /** Cookies are shared by all ports of a host, so that each server has one of its own. */
  private static String cookieName(Request request) {
    return "wisp-" + Request.getLocalPort(request);
  }

  /** The link that opens the page. */
  public URI link(int port) {
    String shown = ANY.contains(host) ? "127.0.0.1" : host;
    String name = shown.contains(":") && !shown.startsWith("[") ? "[" + shown + "]" : shown;
    return URI.create("http://%s:%s/?token=%s".formatted(name, port, token()));
  }
}
