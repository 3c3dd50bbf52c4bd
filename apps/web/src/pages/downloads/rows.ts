// Records as rows of the open-data files: the same rows that the command line exports.

export {
  bodyRow,
  checkRow,
  commitmentRow,
  drawRow,
  findingRow,
  indicatorRow,
  milestoneRows,
  observationRow,
  problemRow,
  programmeRow,
  targetRows,
} from "@yinuo/tables";
