// Runs the SQL of standard input in DuckDB and prints the rows as JSON; for peers.py. With --installed only looks whether it could.
const { DuckDBInstance } = require('@duckdb/node-api')

async function main() {
  if (process.argv.includes('--installed')) return
  const sql = require('fs').readFileSync(0, 'utf8')
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const result = await connection.runAndReadAll(sql)
  console.log(JSON.stringify(result.getRows()))
}

main().catch(fault => {
  console.error(String(fault))
  process.exit(1)
})
