// Loads the tables of `casus export --format csv-kuzu` by their own schema and prints how many
// nodes and edges there are: kuzu_counts.js FOLDER DATABASE (which must not be there yet)
const fs = require('fs');
const kuzu = require('kuzu');

async function main() {
  const [folder, path] = process.argv.slice(2);
  const schema = fs.readFileSync(`${folder}/schema.cypher`, 'utf8');
  const connection = new kuzu.Connection(new kuzu.Database(path));
  process.chdir(folder);
  for (const line of schema.split('\n').filter((text) => text !== '')) await connection.query(line);
  for (const part of ['(n) RETURN count(n)', '()-[e]->() RETURN count(e)']) {
    const rows = await (await connection.query(`MATCH ${part} AS n`)).getAll();
    console.log(rows[0].n);
  }
  process.exit(0);  // Kùzu's own threads would go on
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
