// Draws the ranking tables as bars; the tables stay, so nothing is lost without it.
const style = getComputedStyle(document.documentElement);
const color = (name, otherwise) => style.getPropertyValue(name).trim() || otherwise;

const rows = (id) => Array.from(document.querySelectorAll(`#${CSS.escape(id)} tr[data-score]`),
  (row) => ({ name: row.dataset.name, value: row.dataset.score }));

const options = (data) => ({
  animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: color("--ink", "#222") },
  color: [color("--jade", "#0f5a5c")],
  grid: { left: 8, right: 56, top: 8, bottom: 8, containLabel: true },
  tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow" } },
  xAxis: { type: "value", min: 0, axisLabel: { color: color("--ink-soft", "#555") } },
  yAxis: {
    type: "category",
    inverse: true,
    data: data.map((row) => row.name),
    axisTick: { show: false },
    axisLabel: { color: color("--ink", "#222"), interval: 0 },
  },
  series: [{
    type: "bar",
    barMaxWidth: 18,
    data: data.map((row) => row.value),
    label: { show: true, position: "right", color: color("--ink", "#222") },
  }],
});

const draw = (box) => {
  const data = rows(box.dataset.table);
  if (data.length < 2 || !window.echarts) return;
  box.hidden = false;
  box.style.height = `${data.length * 30 + 48}px`;
  const chart = window.echarts.init(box);
  chart.setOption(options(data));
  window.addEventListener("resize", () => chart.resize());
  window.addEventListener("beforeprint", () => chart.resize());
};

document.querySelectorAll(".chart[data-table]").forEach(draw);
