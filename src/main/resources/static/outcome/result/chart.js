/* Draws the ranking tables as bars; the tables stay, so nothing is lost without it. */
(function () {
  "use strict";
  var style = getComputedStyle(document.documentElement);
  function colour(name, otherwise) {
    return style.getPropertyValue(name).trim() || otherwise;
  }
  function rows(id) {
    return Array.prototype.map.call(document.querySelectorAll("#" + CSS.escape(id) + " tr[data-score]"), function (row) {
      return { name: row.dataset.name, value: row.dataset.score };
    });
  }
  function options(data) {
    var font = getComputedStyle(document.body).fontFamily;
    return {
      animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      textStyle: { fontFamily: font, color: colour("--ink", "#222") },
      color: [colour("--jade", "#0f5a5c")],
      grid: { left: 8, right: 56, top: 8, bottom: 8, containLabel: true },
      tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow" } },
      xAxis: { type: "value", min: 0, axisLabel: { color: colour("--ink-soft", "#555") } },
      yAxis: { type: "category", inverse: true, data: data.map(function (row) { return row.name; }),
        axisTick: { show: false }, axisLabel: { color: colour("--ink", "#222"), interval: 0 } },
      series: [{ type: "bar", barMaxWidth: 18, data: data.map(function (row) { return row.value; }),
        label: { show: true, position: "right", color: colour("--ink", "#222") } }]
    };
  }
  function draw(box) {
    var data = rows(box.dataset.table);
    if (data.length < 2 || !window.echarts) {
      return;
    }
    box.hidden = false;
    box.style.height = (data.length * 30 + 48) + "px";
    var chart = window.echarts.init(box);
    chart.setOption(options(data));
    window.addEventListener("resize", function () { chart.resize(); });
    window.addEventListener("beforeprint", function () { chart.resize(); });
  }
  document.querySelectorAll(".chart[data-table]").forEach(draw);
})();
