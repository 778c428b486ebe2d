for (const table of document.querySelectorAll("table.sortable")) sorting.table(table);
router.on("mapping", mappingTable.show);
router.on("waveforms", waveforms.show);
router.on("hysteresis", hysteresis.show);
router.on("trace", traces.show);
router.on("states", stateMaps.show);
router.on("schematics", schematics.show);
router.on("studies", studies.show);
router.start();
