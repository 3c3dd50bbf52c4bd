// Records as rows of the open-data files: the same rows that the command line exports.

export {
  bodyRow,
  commitmentRow,
  drawRow,
  indicatorRow,
  milestoneRows,
  observationRow,
  problemRow,
  programmeRow,
  targetRows,
} from "@yinuo/tables";
