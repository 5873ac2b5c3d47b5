/** The desk's one script. */
document.documentElement.dataset.script = "on";
