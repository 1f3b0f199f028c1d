let v = 1; export default v; v = 2;
